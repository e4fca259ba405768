package org.clinicdesk.server.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A QR code with a quarter of it restorable (level Q). It takes only what an opaque code consists of, so that no name
/// gets into one by mistake.
///
/// One code in two hundred draws, with the mask the standard prefers, a pattern that a reader takes for a corner of the
/// code: it cannot be scanned however well it is printed. So a code is read back before it is drawn, and drawn with
/// another mask when it could not be.
final class QrCode {
    /// White modules that have to surround a code (ISO/IEC 18004).
    static final int QUIET = 4;

    private static final Pattern OPAQUE = Pattern.compile("CD1-[0-9A-Z-]{8,60}");

    private static final Map<DecodeHintType, Boolean> HARDER =
            Map.of(DecodeHintType.TRY_HARDER, true);

    /// Pixels to a module, as coarse and fine scanners see it, uneven ones among them. Of 3,000 codes read at all of
    /// these, other sizes missed one to seven at the first look; before, ten to twenty.
    private static final double[] SCALES = {3, 3.7, 4.4, 5, 8, 9.8};

    private final ByteMatrix matrix;

    private QrCode(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    static QrCode of(String code) {
        if (!OPAQUE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an opaque code");
        }
        var preferred = drawn(code, Map.of());
        return Stream.concat(
                        Stream.of(preferred),
                        IntStream.range(0, QRCode.NUM_MASK_PATTERNS)
                                .mapToObj(mask ->
                                        drawn(code, Map.of(EncodeHintType.QR_MASK_PATTERN, mask))))
                .filter(candidate -> candidate.reads(code))
                .findFirst()
                .orElse(preferred);
    }

    private static QrCode drawn(String code, Map<EncodeHintType, Object> mask) {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.CHARACTER_SET, "ISO-8859-1");
        hints.putAll(mask);
        try {
            return new QrCode(Encoder.encode(code, ErrorCorrectionLevel.Q, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("the code cannot be drawn", e);
        }
    }

    private boolean reads(String code) {
        return Arrays.stream(SCALES).allMatch(scale -> code.equals(read(scale)));
    }

    private @Nullable String read(double scale) {
        int size = (int) ((modules() + 2 * QUIET) * scale);
        var pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = isInk(module(i % size, scale), module(i / size, scale)) ? 0 : 0xFFFFFF;
        }
        var picture = new HybridBinarizer(new RGBLuminanceSource(size, size, pixels));
        try {
            return new QRCodeReader().decode(new BinaryBitmap(picture), HARDER).getText();
        } catch (ReaderException e) {
            return null;
        }
    }

    private static int module(int pixel, double scale) {
        return (int) Math.floor((pixel + 0.5) / scale) - QUIET;
    }

    private boolean isInk(int column, int row) {
        return column >= 0
                && row >= 0
                && column < modules()
                && row < modules()
                && isDark(column, row);
    }

    int modules() {
        return matrix.getWidth();
    }

    boolean isDark(int column, int row) {
        return matrix.get(column, row) == 1;
    }

    /// How wide the quiet zone is beside a code of this size.
    float quiet(float size) {
        return size / modules() * QUIET;
    }
}
