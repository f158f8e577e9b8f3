package auralis.library.json;

import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.meter.WaveformSummary;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/** How the values of sound are written where a record's components are not the best form. */
final class SoundModule extends SimpleModule {
    SoundModule() {
        addSerializer(double.class, new FiniteOrNull());
        addSerializer(Double.class, new FiniteOrNull());
        addSerializer(Fingerprint.class, new FingerprintWriter());
        addDeserializer(Fingerprint.class, new FingerprintReader());
        addSerializer(WaveformSummary.class, new WaveformWriter());
        addDeserializer(WaveformSummary.class, new WaveformReader());
    }

    private static final class FiniteOrNull extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }

    /** The version and all 25 dimensions by their keys; null for one that has no value. */
    private static final class FingerprintWriter extends JsonSerializer<Fingerprint> {
        @Override
        public void serialize(
                Fingerprint fingerprint, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeNumberField("version", Fingerprint.VERSION);
            for (Dimension dimension : Dimension.values()) {
                Double value = fingerprint.values().get(dimension);
                if (value == null) {
                    json.writeNullField(dimension.key());
                } else {
                    json.writeNumberField(dimension.key(), value);
                }
            }
            json.writeEndObject();
        }
    }

    private static final class FingerprintReader extends JsonDeserializer<Fingerprint> {
        @Override
        public Fingerprint deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonNode node = parser.readValueAsTree();
            Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.values()) {
                JsonNode value = node.path(dimension.key());
                if (value.isNumber()) {
                    values.put(dimension, value.doubleValue());
                }
            }
            return new Fingerprint(values);
        }
    }

    /** The curves as bytes: a picture of 2048 stretches takes 33 kB instead of 80. */
    private static final class WaveformWriter extends JsonSerializer<WaveformSummary> {
        @Override
        public void serialize(
                WaveformSummary waveform, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeNumberField("frames", waveform.frames());
            json.writeNumberField("bucketFrames", waveform.bucketFrames());
            json.writeBinaryField("min", bytes(waveform.min()));
            json.writeBinaryField("max", bytes(waveform.max()));
            json.writeBinaryField("rms", bytes(waveform.rms()));
            json.writeEndObject();
        }

        private static byte[] bytes(float[] values) {
            ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
            buffer.asFloatBuffer().put(values);
            return buffer.array();
        }
    }

    private static final class WaveformReader extends JsonDeserializer<WaveformSummary> {
        @Override
        public WaveformSummary deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonNode node = parser.readValueAsTree();
            return new WaveformSummary(
                    node.path("frames").longValue(),
                    node.path("bucketFrames").longValue(),
                    floats(node.path("min")),
                    floats(node.path("max")),
                    floats(node.path("rms")));
        }

        private static float[] floats(JsonNode node) throws IOException {
            byte[] bytes = node.binaryValue();
            float[] values = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
            return values;
        }
    }
}
