%dw 2.0
output application/json
---
{
    status: if (vars.dependency == "UP") "UP" else "DOWN",
    dependencies: {
        "products-system-api": vars.dependency
    }
}
