package cn.lianxin.platform.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class KeptTest {

    @Test
    void what_was_typed_is_kept_and_secrets_are_not() {
        var request = new MockHttpServletRequest("POST", "/newsroom/submissions");
        request.setContentType("application/x-www-form-urlencoded");
        request.addParameter("title", "井口的一盏灯");
        request.addParameter("password", "not for a page");

        var kept = Kept.of(request);

        assertThat(kept.fields()).containsExactly(new Kept.Field("title", "井口的一盏灯"));
        assertThat(kept.secrets()).containsExactly("password");
        assertThat(kept.isWhole()).isFalse();
    }

    @Test
    void of_a_form_that_cannot_be_read_nothing_is_kept_but_the_way_back() {
        var request = new MockHttpServletRequest("POST", "/newsroom/submissions") {
            @Override
            public Map<String, String[]> getParameterMap() {
                throw new MaxUploadSizeExceededException(-1);
            }
        };
        request.setContentType("multipart/form-data; boundary=x");
        request.addHeader(HttpHeaders.REFERER, "http://localhost/newsroom/submissions/begin");

        var kept = Kept.of(request);

        assertThat(kept.address()).isEqualTo("/pass");
        assertThat(kept.fields()).isEqualTo(List.of(new Kept.Field("back", "/newsroom/submissions/begin")));
        assertThat(kept.files()).isEmpty();
    }
}
