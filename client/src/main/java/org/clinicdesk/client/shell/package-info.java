/// The window around the screens: rail, top bar, status bar, command palette, notices, lock. Built from the list of features
/// and the rights of the person at the desk; it knows no feature by name but the session, which covers it.
///
/// What was told at sign-in, the sites, rooms, services and doctors, is read again when the setup changes
/// ([Renewal][org.clinicdesk.client.shell.Renewal]), so that nobody has to sign in anew for it.
///
/// Every key of the program is declared once, by the shell ({@link org.clinicdesk.client.shell.Keys}), a feature or a
/// screen; the same declaration installs it, shows it in the status bar and lists it under F1.
@NullMarked
package org.clinicdesk.client.shell;

import org.jspecify.annotations.NullMarked;
