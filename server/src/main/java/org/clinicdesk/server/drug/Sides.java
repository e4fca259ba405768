package org.clinicdesk.server.drug;

/// The two sides of a rule; which is the first does not matter.
record Sides(Side a, Side b) {
    int specificity() {
        return a.specificity() + b.specificity();
    }

    /// How many of the sides are a single ingredient: 2, 1 or 0.
    int ingredients() {
        return (a.isIngredient() ? 1 : 0) + (b.isIngredient() ? 1 : 0);
    }

    boolean match(Use x, Use y) {
        return a.matches(x) && b.matches(y) || a.matches(y) && b.matches(x);
    }

    /// Whether both may hold for the same routes.
    boolean routesMeet(Sides other) {
        return a.route().compatible(other.a.route()) && b.route().compatible(other.b.route())
                || a.route().compatible(other.b.route()) && b.route().compatible(other.a.route());
    }
}
