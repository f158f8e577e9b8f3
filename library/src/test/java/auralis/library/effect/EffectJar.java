package auralis.library.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars of effects made from source text. */
final class EffectJar {
    static final String SERVICE = "META-INF/services/auralis.dsp.effect.AudioEffect";

    private EffectJar() {}

    /** A jar that offers the class of this source. */
    static void compile(Path jar, String className, String source) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put(SERVICE, className.getBytes(StandardCharsets.UTF_8));
        entries.putAll(classes(className, source));
        write(jar, entries);
    }

    static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
    }

    private static Map<String, byte[]> classes(String className, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Memory memory = new Memory(compiler)) {
            List<String> options = List.of("--release", "17", "-Xlint:all", "-Werror");
            List<Text> texts = List.of(new Text(className, source));
            assertThat(compiler.getTask(null, memory, null, options, null, texts).call()).isTrue();
            return memory.classes();
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String className, String source) {
            super(
                    URI.create("text:///" + className.replace('.', '/') + ".java"),
                    JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    /** Keeps the classes instead of writing files. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(JavaCompiler compiler) {
            super(compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8));
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject near) {
            String name = className.replace('.', '/') + ".class";
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
