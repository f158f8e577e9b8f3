package auralis.library.separate.neural;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes ONNX models (ir 8, opset 17) in protobuf's wire format: varints, and fields of a length. A
 * dimension of -1 may have any length.
 */
final class OnnxWriter {
    static final int FLOAT = 1;
    static final int FLOAT16 = 10;
    private static final int INT64 = 7;

    private final Message graph = new Message();
    private final Message model = new Message();

    OnnxWriter() {
        model.number(1, 8).text(2, "auralis tests");
        model.message(8, new Message().text(1, "").number(2, 17));
    }

    OnnxWriter input(String name, long... shape) {
        return inputOf(FLOAT, name, shape);
    }

    OnnxWriter inputOf(int type, String name, long... shape) {
        graph.message(11, value(name, type, shape));
        return this;
    }

    OnnxWriter output(String name, long... shape) {
        return outputOf(FLOAT, name, shape);
    }

    OnnxWriter outputOf(int type, String name, long... shape) {
        graph.message(12, value(name, type, shape));
        return this;
    }

    private static Message value(String name, int type, long... shape) {
        Message dimensions = new Message();
        for (long length : shape) {
            Message dimension = new Message();
            dimensions.message(1, length < 0 ? dimension : dimension.number(1, length));
        }
        Message tensor = new Message().number(1, type).message(2, dimensions);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /**
     * @param names of the inputs, and last of the output
     */
    OnnxWriter node(String operator, Attributes attributes, String... names) {
        Message node = new Message();
        for (int i = 0; i + 1 < names.length; i++) {
            node.text(1, names[i]);
        }
        node.text(2, names[names.length - 1]).text(4, operator);
        attributes.writeTo(node);
        graph.message(1, node);
        return this;
    }

    OnnxWriter node(String operator, String... names) {
        return node(operator, new Attributes(), names);
    }

    OnnxWriter floats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        graph.message(5, tensor(name, FLOAT, shape).bytes(9, raw.array()));
        return this;
    }

    OnnxWriter longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        graph.message(5, tensor(name, INT64, values.length).bytes(9, raw.array()));
        return this;
    }

    /** Weights in another file. */
    OnnxWriter external(String name, String file, long... shape) {
        Message place = new Message().text(1, "location").text(2, file);
        graph.message(5, tensor(name, FLOAT, shape).message(13, place).number(14, 1));
        return this;
    }

    private static Message tensor(String name, int type, long... shape) {
        Message tensor = new Message();
        for (long length : shape) {
            tensor.number(1, length);
        }
        return tensor.number(2, type).text(8, name);
    }

    OnnxWriter note(String key, String text) {
        model.message(14, new Message().text(1, key).text(2, text));
        return this;
    }

    byte[] bytes() {
        return new Message().raw(model).message(7, graph.text(2, "generated")).toBytes();
    }

    /** Of a node. */
    static final class Attributes {
        private final Message all = new Message();

        Attributes number(String name, long value) {
            all.message(5, new Message().text(1, name).number(3, value).number(20, 2));
            return this;
        }

        Attributes numbers(String name, long... values) {
            Message attribute = new Message().text(1, name);
            for (long value : values) {
                attribute.number(8, value);
            }
            all.message(5, attribute.number(20, 7));
            return this;
        }

        private void writeTo(Message node) {
            node.raw(all);
        }
    }

    /** Of protobuf. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message message) {
            return bytes(field, message.toBytes());
        }

        Message bytes(int field, byte[] bytes) {
            varint((long) field << 3 | 2);
            varint(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Message raw(Message other) {
            out.writeBytes(other.toBytes());
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] toBytes() {
            return out.toByteArray();
        }
    }
}
