package org.broadsheet.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a record component how it stands in the YAML: the key is the component's name in kebab-case. The binder, the
 * JSON Schema and the reference page are all made from this.
 *
 * <p>A component without a default is a required key, unless its type is {@link java.util.Optional}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** One sentence for the admin: what the value does. */
    String doc();

    /** The value, as YAML text, of a key that is left out; empty when there is none. */
    String byDefault() default "";

    /** An example value, as YAML text. */
    String example() default "";

    /** The smallest whole number allowed; a duration may be nothing at all only where this is 0. */
    int min() default Integer.MIN_VALUE;

    /** The largest whole number allowed. */
    int max() default Integer.MAX_VALUE;
}
