customers map (customer) -> { identifier: customer.id as String {format: "0000"}, name: customer.first ++ " " ++ customer.last,
  (phones: customer.*phone) if customer.phone?, address: {street: customer.street, city: customer.city, zip: customer.zip, country: customer.country} }
