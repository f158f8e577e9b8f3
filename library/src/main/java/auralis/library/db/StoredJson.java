package auralis.library.db;

import com.j256.ormlite.field.DatabaseField;

/** A row of a table of keys and JSON texts. */
final class StoredJson {
    @DatabaseField(id = true)
    String key;

    @DatabaseField String json;

    StoredJson() {}

    StoredJson(String key, String json) {
        this.key = key;
        this.json = json;
    }
}
