package org.clinicdesk.client.kit;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/// Does something again and again while a node is in a window that is open: `Ticks.every(TICK, root, model::tick)`.
///
/// A clock of JavaFX runs until it is stopped and keeps all it knows in memory.
public final class Ticks {

    private Ticks() {}

    /// @param work done when the node comes on the screen, too
    public static void every(Duration pause, Node node, Runnable work) {
        var clock = new Timeline(new KeyFrame(pause, event -> work.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        work.run();
                        clock.play();
                    } else {
                        clock.stop();
                    }
                });
    }
}
