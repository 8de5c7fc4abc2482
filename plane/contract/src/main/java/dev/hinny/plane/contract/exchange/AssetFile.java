package dev.hinny.plane.contract.exchange;

/**
 * A file of an asset.
 *
 * @param externalLink an absolute address that needs no credentials and expires
 */
public record AssetFile(
        String classifier,
        String packaging,
        String externalLink,
        String fileName,
        String sha256,
        long size,
        String mainFile,
        boolean isGenerated,
        String createdDate) {}
