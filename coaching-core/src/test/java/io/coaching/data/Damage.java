package io.coaching.data;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Random damage to bytes; in half of the cases the checksum is made right again, so that the rest is tried too. */
final class Damage {
    private Damage() {}

    static byte[] some(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) == 0) {
            damaged = Arrays.copyOf(damaged, random.nextInt(2 * damaged.length));
        }
        if (damaged.length > 4 && random.nextBoolean()) {
            System.arraycopy(bytes, 0, damaged, 0, 4);
            CRC32 crc = new CRC32();
            crc.update(damaged, 0, damaged.length - 4);
            for (int i = 0; i < 4; i++) {
                damaged[damaged.length - 4 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
            }
        }
        return damaged;
    }
}
