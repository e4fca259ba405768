/// Reads the rules that the `.proto` files declare beside their methods. Server and client share it, so that nothing is
/// said twice: the server enforces what stands there, the client hides what would be refused. So are the words of a
/// dosage, the quantity that follows from it, and which reasons answer a finding: what the doctor sees is what the paper
/// says.
@NullMarked
package org.clinicdesk.contract;

import org.jspecify.annotations.NullMarked;
