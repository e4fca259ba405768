package org.clinicdesk.client.platform;

import io.grpc.StatusException;

import java.util.List;

/// Finds things of a feature by text, for the command palette. Runs in the background.
@FunctionalInterface
public interface Finder {

    List<Found> find(String text) throws StatusException;

    /// One thing found.
    record Found(String icon, String title, String detail, Place place) {}
}
