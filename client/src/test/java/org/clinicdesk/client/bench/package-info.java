/// `mvn -Pbench`: what the client promises about time, measured on the packaged program.
@NullMarked
package org.clinicdesk.client.bench;

import org.jspecify.annotations.NullMarked;
