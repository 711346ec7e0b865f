<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>reservoir_curve</Name>
    <UserStyle>
      <Name>reservoir_curve</Name>
      <Title>水库水位-库容-泄量表</Title>
      <Abstract>Reservoir curves</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>水库水位-库容-泄量表</Title>
          <Abstract>Reservoir curves</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#E6E2EC</CssParameter>
              <CssParameter name="fill-opacity">0.6</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#8D7F9E</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
