/// The clinic, its sites with their rooms, and the kinds of visit it offers.
@NullMarked
package org.clinicdesk.server.site;

import org.jspecify.annotations.NullMarked;
