package org.clinicdesk.server.drug;

/// An ingredient as it reaches the body.
record Use(Ingredient ingredient, RouteGroup route) {}
