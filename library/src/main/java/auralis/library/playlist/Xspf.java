package auralis.library.playlist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * XSPF, version 1 (xspf.org): XML whose locations are URLs. Read without document types and outer
 * entities, so that a playlist cannot make the program open other files or grow without end.
 */
final class Xspf {
    private static final String NAMESPACE = "http://xspf.org/ns/0/";
    private static final double MS_PER_SECOND = 1000;

    private final Locations locations;
    private final XMLStreamReader xml;
    private final List<PlaylistEntry> entries = new ArrayList<>();
    private Optional<String> title = Optional.empty();

    private Xspf(Locations locations, XMLStreamReader xml) {
        this.locations = locations;
        this.xml = xml;
    }

    /** Takes one child element up to its end. */
    @FunctionalInterface
    private interface Child {
        void read(String name) throws XMLStreamException;
    }

    static PlaylistFile read(Path file, String text) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            Xspf xspf = new Xspf(new Locations(file), xml);
            xspf.readPlaylist();
            return new PlaylistFile(xspf.title, xspf.entries);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw PlaylistFile.failure(
                    file,
                    "it is no sound XSPF playlist, line " + line,
                    PlaylistFile.EXPORT_ANEW,
                    e);
        }
    }

    private void readPlaylist() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // comments before the root
        }
        if (!xml.getLocalName().equals("playlist")) {
            throw new XMLStreamException("no playlist", xml.getLocation());
        }
        eachChild(
                name -> {
                    switch (name) {
                        case "title" -> title = text();
                        case "trackList" -> eachChild(this::readTrack);
                        default -> text();
                    }
                });
    }

    private void readTrack(String element) throws XMLStreamException {
        Track track = new Track();
        eachChild(
                name -> {
                    Optional<String> text = text();
                    switch (name) {
                        case "location" -> track.locate(text.orElse(""));
                        case "title" -> track.title = text;
                        case "creator" -> track.artist = text;
                        case "album" -> track.album = text;
                        case "duration" -> track.seconds = seconds(text.orElse(""));
                        default -> {}
                    }
                });
        if (element.equals("track") && !track.location.isEmpty()) {
            entries.add(track.entry());
        }
    }

    private final class Track {
        private String location = "";
        private Optional<Path> file = Optional.empty();
        private Optional<String> title = Optional.empty();
        private Optional<String> artist = Optional.empty();
        private Optional<String> album = Optional.empty();
        private OptionalDouble seconds = OptionalDouble.empty();

        /** There may be several; the first that is a file counts, or else the first. */
        void locate(String url) {
            if (file.isEmpty() && !url.isEmpty()) {
                file = locations.ofUrl(url);
                location = location.isEmpty() || file.isPresent() ? url : location;
            }
        }

        PlaylistEntry entry() {
            return new PlaylistEntry(location, file, title, artist, album, seconds);
        }
    }

    private static OptionalDouble seconds(String milliseconds) {
        return milliseconds.matches("[0-9]{1,15}") && !milliseconds.matches("0+")
                ? OptionalDouble.of(Long.parseLong(milliseconds) / MS_PER_SECOND)
                : OptionalDouble.empty();
    }

    private void eachChild(Child child) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
            }
        }
    }

    /** The text of the element, without that of elements inside. */
    private Optional<String> text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 1) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return Optional.of(text.toString().strip()).filter(stripped -> !stripped.isEmpty());
    }

    static byte[] write(Path file, PlaylistFile playlist) throws IOException {
        Locations locations = new Locations(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("playlist");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("version", "1");
            writeText(xml, "title", playlist.title());
            xml.writeCharacters("\n");
            xml.writeStartElement("trackList");
            for (PlaylistEntry entry : playlist.entries()) {
                writeTrack(xml, entry, locations.url(entry));
            }
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file.getFileName() + ": it cannot be written as XML.", e);
        }
        return bytes.toByteArray();
    }

    private static void writeTrack(XMLStreamWriter xml, PlaylistEntry entry, String url)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("track");
        writeText(xml, "location", Optional.of(url));
        writeText(xml, "title", entry.title());
        writeText(xml, "creator", entry.artist());
        writeText(xml, "album", entry.album());
        if (entry.seconds().isPresent()) {
            long ms = Math.round(entry.seconds().getAsDouble() * MS_PER_SECOND);
            writeText(xml, "duration", Optional.of(Long.toString(ms)));
        }
        xml.writeEndElement();
    }

    private static void writeText(XMLStreamWriter xml, String element, Optional<String> text)
            throws XMLStreamException {
        if (text.isPresent()) {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
            xml.writeCharacters(allowed(text.get()));
            xml.writeEndElement();
        }
    }

    /** Without the characters that XML 1.0 cannot have. */
    private static String allowed(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n')
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
