package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code secure-properties:config}: read while the application is loaded; here only its form. */
public final class SecureProperties implements ConnectorProvider {
    @Override
    public String prefix() {
        return "secure-properties";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/secure-properties";
    }

    record Config(
            @Param("The property file.") String file,

            @Param(value = "The key that its values are encrypted with.", secret = true)
            String key,

            @Param(value = "Whether only the file's own level is encrypted.", defaultValue = "false")
            boolean fileLevelEncryption,

            @Param("Character set of the file.") @Nullable String encoding,

            @Param("How the values are encrypted.") @Nullable
            Encrypt encrypt) {}

    @Element("encrypt")
    record Encrypt(
            @Param("AES, Blowfish, DES, DESede, RC2 and the like.") @Nullable
            String algorithm,

            @Param("CBC, CFB, ECB or OFB.") @Nullable String mode,

            @Param(value = "Whether each value brings its own initialisation vector.", defaultValue = "false")
            boolean useRandomIVs) {}

    @Override
    public List<ElementType> elements() {
        return List.of(new ElementType.Configuration<>(
                "config", Config.class, Config.class, "Encrypted properties.", (parameters, build) -> parameters));
    }

    @Override
    public List<ErrorType> errorTypes() {
        return List.of();
    }
}
