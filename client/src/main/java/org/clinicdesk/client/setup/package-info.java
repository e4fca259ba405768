/// What the clinic has set for its bookings, for those who may change it. A setting that is not saved changes nothing, and
/// what two people change at once the second is told about.
@NullMarked
package org.clinicdesk.client.setup;

import org.jspecify.annotations.NullMarked;
