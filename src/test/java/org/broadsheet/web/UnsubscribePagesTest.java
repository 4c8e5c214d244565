package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Leaving by the link in a mail. */
class UnsubscribePagesTest extends ServedPages {
    @Test
    void asksBeforeItUnsubscribesBecauseScannersFollowLinks() throws Exception {
        HttpResponse<String> page = get("/u/good");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ja, abmelden").contains("lang=\"de\"").contains("Der &lt;Morgen&gt;");
        assertThat(readers.left).isEmpty();
    }

    @Test
    void unsubscribesWithOneClickAsMailProgramsSendIt() throws Exception {
        HttpResponse<String> first = post("/u/good", "List-Unsubscribe=One-Click");
        HttpResponse<String> second = post("/u/good", "List-Unsubscribe=One-Click");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(readers.left).contains("good");
    }

    @Test
    void unsubscribesNobodyByAForgedLink() throws Exception {
        assertThat(get("/u/forged").statusCode()).isEqualTo(404);
        assertThat(post("/u/forged", "List-Unsubscribe=One-Click").statusCode()).isEqualTo(404);
        assertThat(readers.left).isEmpty();
    }
}
