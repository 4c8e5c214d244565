package org.broadsheet.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a plain YAML value stand for a whole record: {@code - URL} is short for {@code - {url: URL}}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {
    /** The key that the plain value is for. */
    String value();
}
