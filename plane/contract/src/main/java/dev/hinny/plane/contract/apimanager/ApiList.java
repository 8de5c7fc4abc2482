package dev.hinny.plane.contract.apimanager;

import java.util.List;

/**
 * API instances by asset.
 *
 * @param instances ours: the same without grouping
 */
public record ApiList(long total, List<AssetApis> assets, List<Api> instances) {
    /** The instances of an asset. */
    public record AssetApis(
            String id,
            String name,
            String exchangeAssetName,
            String groupId,
            String assetId,
            int totalApis,
            List<Api> apis) {}
}
