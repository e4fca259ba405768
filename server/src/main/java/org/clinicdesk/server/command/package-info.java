/// The command line of the server.
///
/// Every command but `serve` works on a clinic that is at rest or at work alike: when a server of the same folder runs,
/// the command is handed to it through `control.sock` in that folder (a socket of the file system, for the folder's owner
/// only, never of the network) and its output comes back. So `backup` and `import` need no second key to the database,
/// which H2 would not give.
@NullMarked
package org.clinicdesk.server.command;

import org.jspecify.annotations.NullMarked;
