package auralis.library.effect;

import auralis.dsp.effect.AudioEffect;
import auralis.dsp.effect.EffectCatalogue;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The effects of the program and those of the jars in a folder, each jar in a class loader of its
 * own. A jar that cannot be used is told in one sentence and does no other harm. Any thread.
 *
 * <p>The jars run with all rights of the program: whoever puts one into the folder trusts it.
 */
public final class EffectJars implements Closeable {
    private static final Logger LOG = System.getLogger(EffectJars.class.getName());

    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private EffectCatalogue catalogue = EffectCatalogue.BUILT_IN;

    private EffectJars() {}

    /**
     * Loads what is there now.
     *
     * @param folder need not be there
     */
    public static EffectJars load(Path folder) {
        EffectJars jars = new EffectJars();
        jars.sorted(folder).forEach(jars::add);
        return jars;
    }

    /** All effects that can be used. */
    public EffectCatalogue catalogue() {
        return catalogue;
    }

    /** A sentence for each jar of which something could not be used. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private List<Path> sorted(Path folder) {
        List<Path> jars = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return jars;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, EffectJars::isJar)) {
            files.forEach(jars::add);
        } catch (IOException e) {
            warn(folder, "cannot be read", "Give yourself the right to", e);
        }
        jars.sort(null);
        return jars;
    }

    private static boolean isJar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private void add(Path jar) {
        try {
            requireZip(jar);
            URL[] urls = {jar.toUri().toURL()};
            URLClassLoader loader =
                    new URLClassLoader(
                            jar.getFileName().toString(), urls, getClass().getClassLoader());
            loaders.add(loader);
            addAll(jar, loader);
        } catch (IOException e) {
            warn(jar, "is not a jar that can be read", "Get it again, or take it away", e);
        }
    }

    private static void requireZip(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() == 0) {
                throw new ZipException("it is empty");
            }
        }
    }

    /** Takes the effects one by one, until one is so broken that the list cannot be read on. */
    private void addAll(Path jar, URLClassLoader loader) {
        int found = 0;
        try {
            Iterator<ServiceLoader.Provider<AudioEffect>> providers =
                    ServiceLoader.load(AudioEffect.class, loader).stream().iterator();
            while (providers.hasNext()) {
                ServiceLoader.Provider<AudioEffect> provider = providers.next();
                // Others come from the program's own class path.
                if (provider.type().getClassLoader() == loader) {
                    found++;
                    catalogue = catalogue.with(provider.get());
                }
            }
            if (found == 0) {
                warn(jar, "holds no effect", "Take it away", null);
            }
        } catch (Exception
                | LinkageError
                | ServiceConfigurationError
                | AssertionError
                | StackOverflowError e) {
            warn(jar, "has an effect that does not work", "Ask its author, or take it away", e);
        }
    }

    private void warn(Path file, String what, String remedy, Throwable problem) {
        String reason = problem == null ? "" : " (" + reason(problem) + ")";
        String warning = file + " " + what + reason + ". " + remedy + ".";
        warnings.add(warning);
        LOG.log(Level.WARNING, warning, problem);
    }

    /** What the effect itself said, not that it could not be made. */
    private static String reason(Throwable problem) {
        Throwable origin = problem;
        while (origin.getCause() != null && origin instanceof ServiceConfigurationError) {
            origin = origin.getCause();
        }
        String message = origin.getMessage();
        return message == null || message.isBlank() ? origin.getClass().getName() : message;
    }

    /** Lets the jars go; their effects must not be used any more. */
    @Override
    public void close() throws IOException {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }
}
