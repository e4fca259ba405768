package org.clinicdesk.server.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import java.util.Map;
import java.util.regex.Pattern;

/// A QR code with a quarter of it restorable (level Q). It takes only what an opaque code consists of, so that no name
/// gets into one by mistake.
final class QrCode {
    /// White modules that have to surround a code (ISO/IEC 18004).
    static final int QUIET = 4;

    private static final Pattern OPAQUE = Pattern.compile("CD1-[0-9A-Z-]{8,60}");

    private final ByteMatrix matrix;

    private QrCode(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    static QrCode of(String code) {
        if (!OPAQUE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an opaque code");
        }
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1");
            return new QrCode(Encoder.encode(code, ErrorCorrectionLevel.Q, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("the code cannot be drawn", e);
        }
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
