/// Reads the rules that the `.proto` files declare beside their methods. Server and client share it, so that nothing is
/// said twice: the server enforces what stands there, the client hides what would be refused.
@NullMarked
package org.clinicdesk.contract;

import org.jspecify.annotations.NullMarked;
