package auralis.library.tag;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What each format calls the same thing. Ids after the first are read and replaced, never written.
 * Where a format has no id of its own, the thing is one of its free fields under the name that
 * MusicBrainz Picard gives it (picard-docs, appendix B), which other programs follow.
 */
final class TagNames {
    private static final int VORBIS_COLUMN = 1;
    private static final int ID3_COLUMN = 2;
    private static final int MP4_COLUMN = 3;
    private static final int APE_COLUMN = 4;
    private static final int INFO_COLUMN = 5;
    private static final int AIFF_COLUMN = 6;

    /** name; Vorbis; ID3v2.4 and .3; MP4; APEv2; RIFF INFO; AIFF. */
    private static final String[] TABLE = {
        "title;TITLE;TIT2;©nam;Title;INAM;NAME",
        "artist;ARTIST;TPE1;©ART;Artist;IART;AUTH",
        "album;ALBUM;TALB;©alb;Album;IPRD",
        "albumartist;ALBUMARTIST|ALBUM ARTIST;TPE2;aART;Album Artist|AlbumArtist",
        "composer;COMPOSER;TCOM;©wrt;Composer",
        "genre;GENRE;TCON;©gen|gnre;Genre;IGNR",
        "year;DATE|YEAR;TDRC|TYER|TDAT;©day;Year|Date;ICRD",
        "track;TRACKNUMBER|TRACK;TRCK;trkn;Track;ITRK|IPRT",
        "disc;DISCNUMBER|DISC;TPOS;disk;Disc",
        "tracktotal;TRACKTOTAL|TOTALTRACKS",
        "disctotal;DISCTOTAL|TOTALDISCS",
        "comment;COMMENT;COMM;©cmt;Comment;ICMT;ANNO",
        "lyrics;LYRICS|UNSYNCEDLYRICS;USLT;©lyr;Lyrics",
        "copyright;COPYRIGHT;TCOP;cprt;Copyright;ICOP;(c) ",
        "bpm;BPM;TBPM;tmpo;BPM",
        "isrc;ISRC;TSRC;;ISRC",
        "label;LABEL|ORGANIZATION|PUBLISHER;TPUB;;Label|Publisher",
        "conductor;CONDUCTOR;TPE3;;Conductor",
        "remixer;REMIXER;TPE4;;MixArtist",
        "lyricist;LYRICIST;TEXT;;Lyricist",
        "grouping;GROUPING;TIT1|GRP1;©grp;Grouping",
        "subtitle;SUBTITLE;TIT3;;Subtitle",
        "discsubtitle;DISCSUBTITLE;TSST;;DiscSubtitle",
        "mood;MOOD;TMOO;;Mood",
        "language;LANGUAGE;TLAN;;Language",
        "key;KEY|INITIALKEY;TKEY;----:initialkey;KEY",
        "originaldate;ORIGINALDATE;TDOR|TORY",
        "encodedby;ENCODEDBY;TENC;;EncodedBy",
        "media;MEDIA;TMED;;Media",
        "compilation;COMPILATION;TCMP;cpil;Compilation",
        "titlesort;TITLESORT;TSOT;sonm",
        "artistsort;ARTISTSORT;TSOP;soar",
        "albumsort;ALBUMSORT;TSOA;soal",
        "albumartistsort;ALBUMARTISTSORT;TSO2;soaa",
        "composersort;COMPOSERSORT;TSOC;soco",
        "musicbrainz_trackid;MUSICBRAINZ_TRACKID;UFID:http://musicbrainz.org;"
                + "----:MusicBrainz Track Id",
        "musicbrainz_albumid;MUSICBRAINZ_ALBUMID;TXXX:MusicBrainz Album Id;"
                + "----:MusicBrainz Album Id",
        "musicbrainz_artistid;MUSICBRAINZ_ARTISTID;TXXX:MusicBrainz Artist Id;"
                + "----:MusicBrainz Artist Id",
        "musicbrainz_albumartistid;MUSICBRAINZ_ALBUMARTISTID;TXXX:MusicBrainz Album Artist Id;"
                + "----:MusicBrainz Album Artist Id",
        "musicbrainz_releasegroupid;MUSICBRAINZ_RELEASEGROUPID;TXXX:MusicBrainz Release Group Id;"
                + "----:MusicBrainz Release Group Id",
        "musicbrainz_releasetrackid;MUSICBRAINZ_RELEASETRACKID;TXXX:MusicBrainz Release Track Id;"
                + "----:MusicBrainz Release Track Id",
        "musicbrainz_workid;MUSICBRAINZ_WORKID;TXXX:MusicBrainz Work Id;"
                + "----:MusicBrainz Work Id",
        "acoustid_id;ACOUSTID_ID;TXXX:Acoustid Id;----:Acoustid Id",
        "encoder;ENCODER;TSSE;©too",
        "encodersettings;ENCODERSETTINGS|ENCODER_OPTIONS;TXXX:encodersettings",
    };

    static final TagNames VORBIS = new TagNames(VORBIS_COLUMN, "");
    static final TagNames ID3 = new TagNames(ID3_COLUMN, "TXXX:");
    static final TagNames MP4 = new TagNames(MP4_COLUMN, "----:");
    static final TagNames APE = new TagNames(APE_COLUMN, "");
    static final TagNames INFO = new TagNames(INFO_COLUMN, null);
    static final TagNames AIFF = new TagNames(AIFF_COLUMN, null);

    private final Map<String, String> idOfName = new HashMap<>();
    private final Map<String, String> nameOfId = new HashMap<>();
    private final String free;

    /**
     * @param free what the ids of free fields begin with; null in formats without any
     */
    private TagNames(int column, String free) {
        this.free = free;
        for (String row : TABLE) {
            String[] cells = row.split(";", -1);
            String ids = column < cells.length ? cells[column] : "";
            if (ids.isEmpty() && free != null) {
                ids = free + cells[VORBIS_COLUMN].replace("|", "|" + free);
            }
            add(cells[0], ids.split("\\|"));
        }
    }

    private void add(String name, String... ids) {
        for (String id : ids) {
            if (!id.isEmpty()) {
                idOfName.putIfAbsent(name, id);
                nameOfId.put(fold(id), name);
            }
        }
        if (free != null) {
            // A free field that bears the name of a real one means it.
            nameOfId.putIfAbsent(fold(free + name), name);
        }
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The id to write; empty when there is none. */
    String id(String name) {
        String id = idOfName.get(fold(name));
        return id != null ? id : free == null ? "" : free + name;
    }

    /** The name of an id; the rest of it where it is a free field, empty where it is unknown. */
    String name(String id) {
        String name = nameOfId.get(fold(id));
        if (name != null) {
            return name;
        }
        boolean own = free != null && id.startsWith(free) && id.length() > free.length();
        String rest = own ? id.substring(free.length()) : "";
        return fold(rest).startsWith(TagItem.FRONT) ? "" : rest;
    }
}
