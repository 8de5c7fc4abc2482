output application/json
---
{one: payload.r.i.@id, all: payload.r.*i.@id, object: payload.r.i.@, deep: payload..@id, none: payload.r.@id, sizes: payload.r.*i map sizeOf($.@ default {})}
