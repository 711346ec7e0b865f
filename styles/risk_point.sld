<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>risk_point</Name>
    <UserStyle>
      <Name>risk_point</Name>
      <Title>企业风险点</Title>
      <Abstract>Risk points of enterprises</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>risk_point</Name>
          <Title>企业风险点</Title>
          <Abstract>Risk points of enterprises</Abstract>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>triangle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#F3B04A</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#8A5A12</CssParameter>
                  <CssParameter name="stroke-width">1.2</CssParameter>
                </Stroke>
              </Mark>
              <Size>9</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
