package auralis.library.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Writes and reads records by the names of their components. An empty optional is null; a number
 * that is not finite is null too, because JSON has no word for it and nobody should meet a made-up
 * one.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new SoundModule())
                    .addModule(new RackModule())
                    .enumNamingStrategy(EnumNamingStrategies.LOWER_CAMEL_CASE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .build();

    private Json() {}

    /** One line. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Indented, for people. */
    public static String writePretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * @throws IOException when the text is not JSON or does not fit the type; its message names the
     *     place
     */
    public static <T> T read(String json, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null
                            ? ""
                            : " (line "
                                    + e.getLocation().getLineNr()
                                    + ", column "
                                    + e.getLocation().getColumnNr()
                                    + ")";
            throw new IOException(words(e) + place, e);
        }
    }

    /** Jackson's messages speak of its own classes and settings. */
    private static String words(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalArgumentException ours) {
            return ours.getMessage();
        }
        if (e instanceof JsonEOFException) {
            return "the JSON ends too early";
        }
        if (e.getClass() == JsonMappingException.class) {
            // Thrown by the readers of this package.
            return e.getOriginalMessage();
        }
        if (e instanceof JsonMappingException mapping) {
            String path =
                    mapping.getPath().stream()
                            .map(step -> String.valueOf(step.getFieldName()))
                            .collect(Collectors.joining("."));
            return path.isEmpty()
                    ? "this is not the JSON that is expected here"
                    : "\"" + path + "\" is missing or not what it should be";
        }
        return "this is not JSON";
    }
}
