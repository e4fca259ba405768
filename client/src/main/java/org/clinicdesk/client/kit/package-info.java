/// Small declarative controls that all screens are made of, and the only place that makes controls of its own. Factories
/// return plain JavaFX nodes with style classes; how those look stands in `theme/base.css`.
@NullMarked
package org.clinicdesk.client.kit;

import org.jspecify.annotations.NullMarked;
