package dev.hinny.lang.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every message: writing what was read gives an equal message, and damage never does more than fail. */
class ProtobufPropertiesTest {
    private static final FormatContext ALL = Protobuf.context(Protobuf.EVERYTHING, "all.Everything");

    @Test
    void whatIsReadIsWrittenBack() throws Exception {
        Random random = new Random(3);
        Descriptor type = Messages.find(ALL);
        for (int i = 0; i < 300; i++) {
            Message message = message(type, random, 0);
            byte[] again = Protobuf.write(Protobuf.read(message.toByteArray(), ALL), ALL);
            assertThat(DynamicMessage.parseFrom(type, again))
                    .isEqualTo(DynamicMessage.parseFrom(type, message.toByteArray()));
        }
    }

    private static Message message(Descriptor type, Random random, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (random.nextInt(3) > 0
                    || depth > 3 && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    || field.getRealContainingOneof() != null && message.hasOneof(field.getRealContainingOneof())) {
                continue;
            }
            if (field.isMapField()) {
                Message entry = DynamicMessage.newBuilder(field.getMessageType())
                        .setField(
                                field.getMessageType().findFieldByNumber(1),
                                single(field.getMessageType().findFieldByNumber(1), random, depth))
                        .setField(
                                field.getMessageType().findFieldByNumber(2),
                                single(field.getMessageType().findFieldByNumber(2), random, depth))
                        .build();
                message.addRepeatedField(field, entry);
            } else if (field.isRepeated()) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    message.addRepeatedField(field, single(field, random, depth));
                }
            } else {
                message.setField(field, single(field, random, depth));
            }
        }
        return message.build();
    }

    private static Object single(FieldDescriptor field, Random random, int depth) {
        return switch (field.getJavaType()) {
            case INT -> random.nextInt() >> random.nextInt(32);
            case LONG -> random.nextLong() >> random.nextInt(64);
            case FLOAT -> random.nextInt(5) == 0 ? Float.NaN : random.nextFloat() * 100;
            case DOUBLE -> random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : random.nextDouble() * 100;
            case BOOLEAN -> random.nextBoolean();
            case STRING -> "é".repeat(random.nextInt(4));
            case BYTE_STRING -> ByteString.copyFrom(new byte[random.nextInt(5)]);
            case ENUM ->
                field.getEnumType().getFullName().equals("google.protobuf.NullValue")
                        ? field.getEnumType().findValueByNumber(0)
                        : field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(4));
            case MESSAGE -> nested(field.getMessageType(), random, depth);
        };
    }

    /** Numbers of time within their range; a value that is one of its kinds. */
    private static Message nested(Descriptor type, Random random, int depth) {
        if (type.getFullName().equals("google.protobuf.Duration")) {
            return time(type, random.nextInt(100_000), random.nextInt(1_000_000_000));
        }
        if (type.getFullName().equals("google.protobuf.Timestamp")) {
            return time(type, random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type.getFullName().equals("google.protobuf.Value")) {
            return DynamicMessage.newBuilder(type)
                    .setField(type.findFieldByNumber(2), 1.5)
                    .build();
        }
        return message(type, random, depth + 1);
    }

    private static Message time(Descriptor type, long seconds, int nanos) {
        return DynamicMessage.newBuilder(type)
                .setField(type.findFieldByNumber(1), seconds)
                .setField(type.findFieldByNumber(2), nanos)
                .build();
    }

    @Test
    void damagedMessagesFailOrAreOthers() {
        Random random = new Random(5);
        Descriptor type = Messages.find(ALL);
        int executions = Integer.getInteger("hinny.fuzz", 3000) / 3;
        for (int i = 0; i < executions; i++) {
            byte[] bytes = message(type, random, 0).toByteArray();
            for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt(256);
                bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
            try {
                Renderings.compact(Protobuf.read(bytes, ALL));
            } catch (FormatException e) {
                assertThat(e.first().place()).isNotNull();
            }
        }
    }

    @Test
    void damagedDeclarationsFailWithAPlace() {
        Random random = new Random(9);
        int executions = Integer.getInteger("hinny.fuzz", 3000);
        for (int i = 0; i < executions; i++) {
            byte[] bytes = (random.nextBoolean() ? Protobuf.EVERYTHING : Protobuf.OLD).getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) "{}=;<>[]\"'/* \n0a.,(".charAt(random.nextInt(19));
                bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            try {
                Messages.find(Protobuf.context(new String(bytes, StandardCharsets.UTF_8), "all.Everything"));
            } catch (FormatException e) {
                assertThat(e.first().place()).isNotNull();
            }
        }
    }
}
