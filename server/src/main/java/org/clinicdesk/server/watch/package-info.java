/// Live updates to desks: one stream a desk, thin on purpose. A desk is told which topics changed and reads again what it
/// shows, with its own permissions.
@NullMarked
package org.clinicdesk.server.watch;

import org.jspecify.annotations.NullMarked;
