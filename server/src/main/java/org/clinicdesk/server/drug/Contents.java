package org.clinicdesk.server.drug;

import java.util.List;

/// What a medicine turned out to hold. `complete` is false when some or all of it is not known.
record Contents(List<Use> uses, boolean complete) {}
