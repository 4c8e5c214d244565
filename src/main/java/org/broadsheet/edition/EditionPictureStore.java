package org.broadsheet.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.broadsheet.image.Picture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps the pictures of editions, as long as somebody may still be owed a mail. */
final class EditionPictureStore {
    /** Deliveries are given up long before; pages in the archive do not need these. */
    private static final Duration KEPT = Duration.ofDays(30);

    void keep(Handle handle, Edition edition, List<InlinePicture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_picture (edition_id, content_id, type, data)
                values (:edition, :contentId, :type, :data)
                """);
        for (InlinePicture picture : pictures) {
            batch.bind("edition", edition.id())
                    .bind("contentId", picture.contentId())
                    .bind("type", picture.picture().type())
                    .bind("data", picture.picture().bytes().base64())
                    .add();
        }
        batch.execute();
        handle.createUpdate("""
                        delete from edition_picture where edition_id in (
                            select id from edition where made_at < :old and fanned_out is not null)
                        """)
                .bind("old", edition.madeAt().minus(KEPT).toEpochMilli())
                .execute();
    }

    List<InlinePicture> of(Handle handle, String edition) {
        return handle.createQuery("""
                        select content_id, type, data from edition_picture
                        where edition_id = :edition order by content_id
                        """)
                .bind("edition", edition)
                .map(EditionPictureStore::picture)
                .list();
    }

    private static InlinePicture picture(ResultSet row, StatementContext context) throws SQLException {
        ByteString data = Optional.ofNullable(ByteString.decodeBase64(row.getString("data")))
                .orElseThrow();
        return new InlinePicture(row.getString("content_id"), new Picture(row.getString("type"), data));
    }
}
