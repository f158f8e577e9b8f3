package auralis.library.json;

import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Effects as people write them: a rack is a list of effects or an object with one, what is not said
 * is as usual, and a word that means nothing here is refused, because it is a slip of the pen.
 *
 * <pre>[{"effect": "delay", "values": {"timeMs": 400, "pingPong": true}}, {"effect": "reverb"}]
 * </pre>
 */
final class RackModule extends SimpleModule {
    /** A rack is written by its components alone. */
    @JsonIgnoreProperties("neutral")
    private interface ComponentsOnly {}

    RackModule() {
        setMixInAnnotation(RackSettings.class, ComponentsOnly.class);
        addDeserializer(EffectSettings.class, new EffectReader());
        addDeserializer(RackSettings.class, new RackReader());
    }

    private static final class RackReader extends JsonDeserializer<RackSettings> {
        @Override
        public RackSettings deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonNode node = parser.readValueAsTree();
            if (node.isArray()) {
                return RackSettings.NONE.withEffects(effects(parser, node));
            }
            if (node.has("effect")) {
                return RackSettings.of(effect(parser, node));
            }
            requireFields(parser, node, Set.of("on", "amount", "effects"));
            RackSettings rack =
                    RackSettings.NONE
                            .withOn(flag(parser, node, "on"))
                            .withEffects(effects(parser, node.path("effects")));
            return node.has("amount")
                    ? checked(parser, () -> rack.withAmount(number(parser, node, "amount")))
                    : rack;
        }

        private static List<EffectSettings> effects(JsonParser parser, JsonNode list)
                throws IOException {
            if (!list.isArray()) {
                throw failure(parser, "a list of effects is expected");
            }
            List<EffectSettings> effects = new ArrayList<>();
            for (JsonNode node : list) {
                effects.add(effect(parser, node));
            }
            return effects;
        }
    }

    private static final class EffectReader extends JsonDeserializer<EffectSettings> {
        @Override
        public EffectSettings deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return effect(parser, parser.readValueAsTree());
        }
    }

    private static EffectSettings effect(JsonParser parser, JsonNode node) throws IOException {
        requireFields(parser, node, Set.of("effect", "on", "values"));
        if (!node.path("effect").isTextual()) {
            throw failure(parser, "an effect needs its name: {\"effect\": \"reverb\"}");
        }
        Map<String, Double> values = new TreeMap<>();
        Iterator<String> names = node.path("values").fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            values.put(name, number(parser, node.get("values"), name));
        }
        boolean on = flag(parser, node, "on");
        return checked(
                parser, () -> new EffectSettings(node.get("effect").textValue(), on, values));
    }

    private static boolean flag(JsonParser parser, JsonNode node, String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw failure(parser, name + " is true or false, not " + value);
        }
        return value.asBoolean(true);
    }

    /** A switch may be written as true or false. */
    private static double number(JsonParser parser, JsonNode node, String name) throws IOException {
        JsonNode value = node.get(name);
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (!value.isNumber()) {
            throw failure(parser, name + " is a number, not " + value);
        }
        return value.doubleValue();
    }

    private static void requireFields(JsonParser parser, JsonNode node, Set<String> known)
            throws IOException {
        if (!node.isObject()) {
            throw failure(parser, "an effect is an object like {\"effect\": \"reverb\"}");
        }
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                throw failure(
                        parser,
                        "\""
                                + name
                                + "\" means nothing here, only "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private interface Made<T> {
        T make() throws IOException;
    }

    /** What the settings themselves refuse, as a failure of the text. */
    private static <T> T checked(JsonParser parser, Made<T> made) throws IOException {
        try {
            return made.make();
        } catch (IllegalArgumentException e) {
            throw failure(parser, e.getMessage());
        }
    }

    private static IOException failure(JsonParser parser, String message) {
        return JsonMappingException.from(parser, message);
    }
}
