package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.bytes;

import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes. */
final class Binaries implements NativeFamily {
    @Override
    public String name() {
        return "binaries";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "size" -> a -> LongNumber.of(bytes(a[0]).length);
            case "concat" -> a -> concat(bytes(a[0]), bytes(a[1]));
            case "toBase64" -> a -> StringValue.of(Base64.getEncoder().encodeToString(bytes(a[0])));
            case "fromBase64" -> a -> fromBase64(Args.text(a[0]));
            case "toHex" -> a -> StringValue.of(HexFormat.of().withUpperCase().formatHex(bytes(a[0])));
            case "fromHex" -> a -> fromHex(Args.text(a[0]));
            case "readLines" ->
                a -> Strings.strings(new String(bytes(a[0]), Texts.charset(Args.text(a[1])))
                        .lines()
                        .toArray(String[]::new));
            case "writeLines" ->
                a -> {
                    StringBuilder lines = new StringBuilder();
                    Args.array(a[0])
                            .forEach(line -> lines.append(Texts.of(line)).append('\n'));
                    return BinaryValue.of(lines.toString().getBytes(Texts.charset(Args.text(a[1]))));
                };
            case "encode" -> a -> BinaryValue.of(Args.text(a[0]).getBytes(Texts.charset(Args.text(a[1]))));
            case "decode" -> a -> StringValue.of(new String(bytes(a[0]), Texts.charset(Args.text(a[1]))));
            default -> null;
        };
    }

    private static Value concat(byte[] a, byte[] b) {
        Capacity.text((long) a.length + b.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream(a.length + b.length);
        all.writeBytes(a);
        all.writeBytes(b);
        return BinaryValue.of(all.toByteArray());
    }

    /** In either alphabet, on one line or several. */
    private static Value fromBase64(String text) {
        try {
            String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
            return BinaryValue.of(Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException e) {
            throw Errors.argument("fromBase64", "the text is not base64: " + e.getMessage());
        }
    }

    private static Value fromHex(String text) {
        try {
            return BinaryValue.of(HexFormat.of().parseHex(text.length() % 2 == 0 ? text : "0" + text));
        } catch (IllegalArgumentException e) {
            throw Errors.argument("fromHex", "the text is not hexadecimal: " + e.getMessage());
        }
    }
}
