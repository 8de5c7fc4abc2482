package dev.hinny.bench.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The floor: one loop over the bytes that knows this very document. Fields without quotes are copied as they are, for they
 * need no escape; names are encoded once.
 */
final class CsvByHand implements Transform {
    private byte[] in = new byte[0];
    private byte[] out = new byte[0];
    private int count;

    @Override
    public byte[] apply(byte[] document) {
        in = document;
        out = new byte[document.length + document.length / 2 + 64];
        count = 0;
        int at = 0;
        List<byte[]> names = new ArrayList<>();
        while (names.isEmpty() || in[at - 1] != '\n') {
            int end = field(at);
            String name = new String(in, at, end - at, StandardCharsets.UTF_8);
            names.add((names.isEmpty() ? "{\"" + name + "\":\"" : ",\"" + name + "\":\"")
                    .getBytes(StandardCharsets.UTF_8));
            at = end + 1;
        }
        byte[][] keys = names.toArray(byte[][]::new);
        out[count++] = '[';
        while (at < in.length) {
            for (byte[] key : keys) {
                room(key.length + 16);
                System.arraycopy(key, 0, out, count, key.length);
                count += key.length;
                if (in[at] == '"') {
                    at = quoted(at + 1) + 1;
                } else {
                    int end = field(at);
                    room(end - at + 16);
                    System.arraycopy(in, at, out, count, end - at);
                    count += end - at;
                    at = end + 1;
                }
                out[count++] = '"';
            }
            out[count++] = '}';
            out[count++] = ',';
        }
        out[count - 1] = ']';
        return Arrays.copyOf(out, count);
    }

    private int field(int from) {
        int i = from;
        while (in[i] != ',' && in[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Copies a quoted field; gives back where the separator behind it stands. */
    private int quoted(int from) {
        int i = from;
        while (true) {
            room(16);
            byte b = in[i++];
            if (b == '"') {
                if (in[i] != '"') {
                    return i;
                }
                out[count++] = '\\';
                i++;
            } else if (b == '\\') {
                out[count++] = '\\';
            } else if (b == '\n') {
                out[count++] = '\\';
                b = 'n';
            }
            out[count++] = b;
        }
    }

    private void room(int wanted) {
        if (out.length - count < wanted) {
            out = Arrays.copyOf(out, out.length * 2 + wanted);
        }
    }
}
