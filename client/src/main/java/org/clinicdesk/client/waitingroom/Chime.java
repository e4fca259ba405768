package org.clinicdesk.client.waitingroom;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;

/// Two tones, high and low, as a door bell: heard above talk, and no alarm.
final class Chime {

    private static final float RATE = 44_100;
    private static final double HIGH = 880;
    private static final double LOW = 659.26;
    private static final double SECONDS = 0.45;
    private static final double LOUD = 0.6;

    private Chime() {}

    /// Rings, and returns when it has rung; without a loudspeaker it is silent.
    ///
    /// @return whether there was something to hear
    static boolean ring() {
        try (var clip = AudioSystem.getClip()) {
            var over = new CountDownLatch(1);
            clip.addLineListener(event -> {
                if (event.getType() == LineEvent.Type.STOP) {
                    over.countDown();
                }
            });
            var samples = samples();
            clip.open(new AudioFormat(RATE, 16, 1, true, false), samples, 0, samples.length);
            clip.start();
            return over.await(3, TimeUnit.SECONDS);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// 16 bits, one channel, the low byte first.
    static byte[] samples() {
        var each = (int) (RATE * SECONDS);
        var samples = new byte[2 * 2 * each];
        for (var i = 0; i < 2 * each; i++) {
            var since = i % each / RATE;
            var pitch = i < each ? HIGH : LOW;
            // Begins without a click and dies away.
            var swell = Math.min(1, since / 0.008) * Math.exp(-5 * since);
            var value =
                    (short)
                            (Short.MAX_VALUE
                                    * LOUD
                                    * swell
                                    * Math.sin(2 * Math.PI * pitch * since));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        return samples;
    }
}
