/// What every screen of the client stands on: the way calls leave and come back ({@link Calls}), the line to the servers
/// ({@link Connection}, {@link Trust}, {@link Changes}), who sits at the desk ({@link Session}), words ({@link Texts}) and
/// the way from screen to screen ({@link Navigator}).
///
/// A feature knows neither threads nor status codes: it says what to call, what to do with the answer, and which refusals
/// it explains itself. Everything else is decided here, once.
@NullMarked
package org.clinicdesk.client.platform;

import org.jspecify.annotations.NullMarked;
