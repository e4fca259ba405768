package org.clinicdesk.client.appointment;

import javafx.scene.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Nodes that are used again instead of built anew.
final class Pool<N extends Node> {

    private final Supplier<N> maker;
    private final List<N> nodes = new ArrayList<>();
    private int used;

    Pool(Supplier<N> maker) {
        this.maker = maker;
    }

    /// So many visible nodes, the same ones as before as far as there were any.
    List<N> take(int count) {
        while (nodes.size() < count) {
            nodes.add(maker.get());
        }
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).setVisible(i < count);
        }
        used = count;
        return used();
    }

    List<N> used() {
        return nodes.subList(0, used);
    }

    List<N> all() {
        return nodes;
    }
}
