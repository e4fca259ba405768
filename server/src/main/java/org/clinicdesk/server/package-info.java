/// The central server: the composition root and the list of features. Each feature lies in a package of its own, with the
/// same face: `XFeature` is its door, `XApi` translates the contract, entities and repositories hold the rules.
@NullMarked
package org.clinicdesk.server;

import org.jspecify.annotations.NullMarked;
