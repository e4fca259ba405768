package org.clinicdesk.server.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The bundled fonts. The AWT ones are loaded when a text first needs shaping: paper in Latin script, Vietnamese among
/// it, does not need the desktop part of the JDK at all.
final class Fonts {
    /// Shaping happens at this size and is scaled down, so that nothing is rounded to pixels.
    static final float UNITS = 1000f;

    private static final List<String> FALLBACKS =
            List.of(
                    "NotoSansArabic-Regular.ttf",
                    "NotoSansHebrew-Regular.ttf",
                    "NotoSansDevanagari-Regular.ttf",
                    "NotoSansBengali-Regular.ttf",
                    "NotoSansTamil-Regular.ttf",
                    "NotoSansThai-Regular.ttf",
                    "NotoSansLao-Regular.ttf",
                    "NotoSansKhmer-Regular.ttf",
                    "NotoSansEthiopic-Regular.ttf",
                    "NotoSansArmenian-Regular.ttf",
                    "NotoSansGeorgian-Regular.ttf",
                    "NanumGothic-Regular.ttf",
                    "DroidSansFallbackFull.ttf");

    private static final Fonts BUNDLED = new Fonts();

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Font> shapers = new ConcurrentHashMap<>();

    private Fonts() {}

    static Fonts bundled() {
        return BUNDLED;
    }

    byte[] file(String name) {
        return files.computeIfAbsent(name, Fonts::read);
    }

    /// The face itself if it has every one of the code points, otherwise the first fallback that has.
    Optional<Font> shaperFor(Face face, int[] codePoints) {
        var own = shaper(face.file);
        if (covers(own, codePoints)) {
            return Optional.of(own);
        }
        return FALLBACKS.stream()
                .map(this::shaper)
                .filter(font -> covers(font, codePoints))
                .findFirst();
    }

    private static boolean covers(Font font, int[] codePoints) {
        for (int codePoint : codePoints) {
            if (!font.canDisplay(codePoint)) {
                return false;
            }
        }
        return true;
    }

    private Font shaper(String name) {
        return shapers.computeIfAbsent(name, _ -> load(name));
    }

    private static Font load(String name) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(read(name)))
                    .deriveFont(UNITS);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (var stream = Fonts.class.getResourceAsStream("fonts/" + name)) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
