/// A synthetic clinic that the demo, the tests, the benchmarks and the pictures of the screens share. Everybody in it is
/// invented.
@NullMarked
package org.clinicdesk.server.sample;

import org.jspecify.annotations.NullMarked;
