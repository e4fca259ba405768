/// The demo: a server with the sample clinic and the client at it, in one process.
///
/// With a display a person tries it out. Without one the clinic's day is played through the same client on the headless
/// platform: it presses the nodes that a person would press, and a step is passed only when another client, which knows
/// nothing of the first, reads its effect from the server.
@NullMarked
package org.clinicdesk.client.demo;

import org.jspecify.annotations.NullMarked;
