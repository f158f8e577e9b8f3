package auralis.library.transcribe.whisper;

import auralis.library.natives.NativeFolder;
import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Brings whisper.cpp into this process: the libraries that whisper-jni carries, called past it by
 * JNA where they show their own functions and are the ones that are known, and through it where not
 * (its library for Windows shows nothing but what it calls itself).
 */
final class NativeWhisper {
    private static final Logger LOG = System.getLogger(NativeWhisper.class.getName());

    /** Where JNA puts a library of its own while it loads that. */
    private static final String JNA_FOLDER = "jna.tmpdir";

    private static Optional<NativeWhisper> started = Optional.empty();

    private final Optional<WhisperLibrary> library;

    private NativeWhisper(Optional<WhisperLibrary> library) {
        this.library = library;
    }

    /**
     * The one of this process.
     *
     * @throws IOException with a sentence when it does not run on this computer
     */
    static synchronized NativeWhisper get() throws IOException {
        if (started.isEmpty()) {
            started = Optional.of(new NativeWhisper(load(true)));
        }
        return started.get();
    }

    /** The same as where JNA cannot be used. */
    static synchronized NativeWhisper withoutJna() throws IOException {
        return new NativeWhisper(load(false));
    }

    /**
     * Loads a model.
     *
     * @throws IOException with a sentence: what is wrong with it, what to do
     */
    LoadedModel open(Path file) throws IOException {
        GgmlModel model = GgmlModel.read(file);
        return library.isPresent()
                ? new JnaModel(library.get(), model, file)
                : new JniModel(model, file);
    }

    /** Its name and how it is called. */
    String version() {
        return "whisper.cpp 1.7.1 by " + (library.isPresent() ? "JNA" : "whisper-jni");
    }

    /** Those that it knows; none where only whisper-jni can be asked. */
    List<String> languages() {
        return library.stream()
                .flatMap(
                        whisper ->
                                IntStream.rangeClosed(0, whisper.whisper_lang_max_id())
                                        .mapToObj(whisper::whisper_lang_str))
                .map(name -> Languages.fromWhisper(name.getString(0)))
                .toList();
    }

    private static Optional<WhisperLibrary> load(boolean byJna) throws IOException {
        try (NativeFolder folder = new NativeFolder()) {
            List<Path> files = unpack(folder);
            Optional<WhisperLibrary> library = byJna ? byJna(files, folder) : Optional.empty();
            if (library.isEmpty()) {
                files.forEach(file -> System.load(file.toString()));
                WhisperJNI.setLibraryLogger(null);
            }
            return library;
        } catch (LinkageError e) {
            throw new IOException(
                    "Whisper does not start on this computer: "
                            + e.getMessage()
                            + hint()
                            + ". Use another engine.",
                    e);
        }
    }

    private static String hint() {
        return WhisperFiles.isWindows()
                ? " (it needs the Visual C++ Redistributable of Microsoft, and a processor with"
                        + " AVX2)"
                : "";
    }

    /** In the order of their needs. */
    private static List<Path> unpack(NativeFolder folder) throws IOException {
        Map<String, String> resources = WhisperFiles.here();
        for (Map.Entry<String, String> one : resources.entrySet()) {
            if (!folder.unpack(WhisperJNI.class, one.getValue(), one.getKey())) {
                throw new IOException(WhisperFiles.notForThis());
            }
        }
        return resources.keySet().stream().map(folder.path()::resolve).toList();
    }

    /**
     * @param files of which the second is whisper.cpp's own
     */
    private static Optional<WhisperLibrary> byJna(List<Path> files, NativeFolder folder) {
        if (files.size() < 2) {
            return Optional.empty();
        }
        System.setProperty(JNA_FOLDER, folder.path().toString());
        try {
            WhisperLibrary library =
                    Native.load(
                            files.get(1).toString(),
                            WhisperLibrary.class,
                            Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
            if (JnaModel.fits(library)) {
                return Optional.of(library);
            }
            LOG.log(Level.WARNING, "the Whisper library is another than the one that is known");
        } catch (LinkageError | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "JNA cannot call Whisper; times of words are estimated", e);
        } finally {
            System.clearProperty(JNA_FOLDER);
        }
        return Optional.empty();
    }

    static String refused(String name) {
        return name
                + " was refused by Whisper: its parts do not fit together. Download or copy it"
                + " again, or get another.";
    }

    static String failed(String name, int code) {
        return name
                + " failed while it listened (code "
                + code
                + "). Try again, or choose a smaller model.";
    }
}
