[
    {
        id: "6f9a2c1e-4b7d-4e0a-9c3f-2d8b51a7e604",
        customer_id: "C-10042",
        status: "PLACED",
        lines: '[{"sku": "FIL-HUILA-250", "name": "Huila, 250 g", "quantity": 2, "price": 11.75, "amount": 23.5}]',
        delivery: '{"name": "Ida Brandt", "street": "Hafenstraße 12", "postcode": "20457", "city": "Hamburg", "country": "DE"}',
        subtotal: 23.5,
        shipping: 4.5,
        total: 28.0,
        currency: "EUR",
        placed_at: "2026-03-02T09:15:00Z"
    }
]
