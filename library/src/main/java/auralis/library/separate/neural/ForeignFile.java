package auralis.library.separate.neural;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells files that people take for models apart from models, before the runtime sees them. */
final class ForeignFile {
    private static final Set<String> OF_PYTORCH = Set.of("th", "pt", "pth", "ckpt", "safetensors");
    private static final int HEAD = 512;

    private ForeignFile() {}

    /**
     * @throws IOException with a sentence that tells what the file is
     */
    static void refuse(Path file) throws IOException {
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
                    name
                            + " is a PyTorch file, which only Python can run. Get the ONNX export"
                            + " of the model, a file that ends in .onnx.");
        }
        if (head.startsWith("PK\3\4")) {
            throw new IOException(
                    name + " is a ZIP archive. Unpack it and choose the .onnx file inside.");
        }
        if (head.startsWith("version https://git-lfs")) {
            throw new IOException(
                    name
                            + " is only a pointer of Git LFS to the model. Download the file"
                            + " itself.");
        }
        if (head.startsWith("GGUF") || head.startsWith("lmgg")) {
            throw new IOException(
                    name + " is a GGML file. Separation needs a model that ends in .onnx.");
        }
        if (head.stripLeading().startsWith("<")) {
            throw new IOException(
                    name
                            + " is a page or a description, not a model. Download the .onnx file"
                            + " itself.");
        }
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
