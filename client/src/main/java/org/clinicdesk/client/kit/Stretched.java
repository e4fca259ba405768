package org.clinicdesk.client.kit;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows a picture designed for a screen of 1920 by 1080 in whatever room there is, whole and undistorted: for what is read
/// from far away, or pressed by everybody.
public final class Stretched extends Region {

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    public Stretched(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().add(content);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        var factor = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        if (factor <= 0) {
            return;
        }
        scale.setX(factor);
        scale.setY(factor);
        // All the room, in the units of the design: a wider screen is a wider picture.
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
