package auralis.library.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells files that people take for models apart from models, before a runtime sees them. */
public final class ForeignFile {
    private static final Set<String> OF_PYTORCH = Set.of("th", "pt", "pth", "ckpt", "safetensors");
    private static final int HEAD = 512;

    private ForeignFile() {}

    /**
     * Refuses what no program of the kind can run.
     *
     * @param kind what the model is to do
     * @throws IOException with a sentence that tells what the file is
     */
    public static void refuse(Path file, ModelKind kind) throws IOException {
        String wanted =
                kind == ModelKind.SEPARATION
                        ? "the ONNX export of the model, a file that ends in .onnx"
                        : "the model in the format of whisper.cpp, a file like ggml-base.bin";
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    name + " is not there any more. Choose the model again where it is now.");
        }
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
        if (head.isEmpty()) {
            throw new IOException(name + " is empty. Download or copy it again.");
        }
        if (isPyTorch(head) || OF_PYTORCH.contains(extension(name))) {
            throw new IOException(
                    name + " is a PyTorch file, which only Python can run. Get " + wanted + ".");
        }
        if (head.startsWith("PK\3\4")) {
            throw new IOException(
                    name
                            + " is a ZIP archive. Unpack it and choose what is inside: "
                            + wanted
                            + ".");
        }
        if (head.startsWith("version https://git-lfs")) {
            throw new IOException(
                    name
                            + " is only a pointer of Git LFS to the model. Download the file"
                            + " itself.");
        }
        if (head.stripLeading().startsWith("<")) {
            throw new IOException(
                    name
                            + " is a page or a description, not a model. Download the model"
                            + " itself: "
                            + wanted
                            + ".");
        }
        refuseOther(name, head, kind, wanted);
    }

    /** What does the other kind of work. */
    private static void refuseOther(String name, String head, ModelKind kind, String wanted)
            throws IOException {
        if (kind == ModelKind.SEPARATION && (head.startsWith("GGUF") || head.startsWith("lmgg"))) {
            throw new IOException(
                    name + " is a GGML file. Separation needs a model that ends in .onnx.");
        }
        if (kind == ModelKind.TRANSCRIPTION && (isOnnx(head) || extension(name).equals("onnx"))) {
            throw new IOException(
                    name + " is an ONNX model. Transcription needs another: get " + wanted + ".");
        }
        if (kind == ModelKind.TRANSCRIPTION && head.startsWith("GGUF")) {
            throw new IOException(
                    name + " is a GGUF file, which whisper.cpp does not read. Get " + wanted + ".");
        }
    }

    /** The first two fields of a ModelProto: its version, and who made it. */
    private static boolean isOnnx(String head) {
        return head.length() > 2 && head.charAt(0) == 8 && head.charAt(2) == 0x12;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A ZIP with a pickle in it (since 1.6), a bare pickle (before), or safetensors. */
    private static boolean isPyTorch(String head) {
        boolean zip = head.startsWith("PK\3\4") && head.contains("/data.pkl");
        boolean pickle = head.startsWith("\u0080") && head.length() > 1 && head.charAt(1) <= 5;
        boolean safetensors = head.startsWith("{\"", 8) && head.startsWith("\0\0\0", 5);
        return zip || pickle || safetensors;
    }
}
