package dev.hinny.runtime.model.property;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts {@code ![…]} values of a secure configuration file.
 *
 * @param useRandomIVs the initialisation vector stands before the cipher text; else it is made from the key
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/secure-configuration-properties">Secure Configuration
 *     Properties</a>
 */
public record SecureProperties(String algorithm, String mode, String key, boolean useRandomIVs) {
    /**
     * The properties under {@code secure::} names.
     *
     * @param unreadable how bad a value is that cannot be decrypted; it then stays encrypted
     */
    public Map<String, String> decrypt(
            Map<String, String> file, SourceSpan place, Problems problems, Severity unreadable) {
        Map<String, String> clear = new LinkedHashMap<>();
        int failed = 0;
        for (Map.Entry<String, String> entry : file.entrySet()) {
            String value = entry.getValue().strip();
            if (value.startsWith("![") && value.endsWith("]")) {
                try {
                    value = decrypt(value.substring(2, value.length() - 1));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    failed++;
                }
            }
            clear.put("secure::" + entry.getKey(), value);
        }
        if (failed > 0) {
            problems.add(Problem.error(
                            "SECURE-KEY",
                            place,
                            failed + (failed == 1 ? " value" : " values") + " cannot be decrypted with the given key",
                            "set the key's property, for example with -D, and check algorithm and mode")
                    .as(unreadable));
        }
        return clear;
    }

    private String decrypt(String encoded) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(encoded.strip());
        String name = algorithm.toUpperCase(Locale.ROOT).replace("BLOWFISH", "Blowfish");
        Cipher cipher = Cipher.getInstance(name + "/" + mode.toUpperCase(Locale.ROOT) + "/PKCS5Padding");
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        SecretKeySpec secret = new SecretKeySpec(keyBytes, name);
        if (mode.equalsIgnoreCase("ECB")) {
            cipher.init(Cipher.DECRYPT_MODE, secret);
            return new String(cipher.doFinal(bytes), StandardCharsets.UTF_8);
        }
        int block = cipher.getBlockSize();
        byte[] vector = useRandomIVs ? Arrays.copyOf(bytes, block) : Arrays.copyOf(keyBytes, block);
        byte[] text = useRandomIVs ? Arrays.copyOfRange(bytes, block, bytes.length) : bytes;
        cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(vector));
        return new String(cipher.doFinal(text), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SecureProperties[algorithm=" + algorithm + ", mode=" + mode + "]";
    }
}
