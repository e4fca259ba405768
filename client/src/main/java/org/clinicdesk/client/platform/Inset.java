package org.clinicdesk.client.platform;

import javafx.scene.Node;

/// A small form of one feature inside a form of another: somebody new is registered while his visit is booked. It saves
/// itself when Enter is pressed in it.
///
/// @param node what is shown; it holds the first field to be typed into, marked as such
public record Inset(Node node) {}
