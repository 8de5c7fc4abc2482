%dw 2.0
output application/json
---
{
    status: if (vars.dependency == "UP") "UP" else "DOWN",
    dependencies: {
        "roastery-database": vars.dependency
    }
}
